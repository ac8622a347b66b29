# starts machines and makes images
gcloud projects add-iam-policy-binding "$PROJECT_ID" --member=serviceAccount:packer@loopbin-images.iam.gserviceaccount.com --role=roles/compute.instanceAdmin.v1
# starts machines that run as this account
gcloud iam service-accounts add-iam-policy-binding "$MACHINE_ACCOUNT" --member=serviceAccount:packer@loopbin-images.iam.gserviceaccount.com --role=roles/iam.serviceAccountUser
